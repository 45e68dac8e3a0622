/** Names the privacy text that people accept; a new text gets a new name. */
export const privacyText = 'privacy-2026-11'
