/** A file of ours: its path from the root, and what it says. */
export type SourceFile = { path: string; text: string }
