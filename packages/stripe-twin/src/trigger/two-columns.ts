/** A name, and what it stands for. */
export const line = (left: string, right: string): string => `  ${left.padEnd(27)}${right}`
