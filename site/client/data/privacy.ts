/** Which privacy text somebody agreed to; a new text gets a new name. */
export const privacyText = 'privacy-2026-11'
