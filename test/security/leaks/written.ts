/** Something that the project wrote, and where it stands. */
export type Written = Readonly<{ place: string; text: string }>
