/** Whether a text is one of these, or not given; else the sentence that says what it may be. */
export const choice = <One extends string>(
  option: string,
  given: string | boolean | undefined,
  ones: readonly One[]
): Readonly<{ value: One | undefined }> | string =>
  given === undefined || ones.some(one => one === given)
    ? { value: given as One | undefined }
    : `--${option} is one of ${ones.join(', ')}`
