/** A source file: its path from the root, and its text. */
export type SourceFile = { path: string; text: string }
