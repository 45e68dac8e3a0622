/** Removes Markdown from text that organisers paste. Lists keep a bullet, paragraphs their lines. */
export function plainText(text: string): string {
  return text
    .replace(/^ {0,3}#{1,6} +/gm, '')
    .replace(/^ {0,3}[*-] +/gm, '• ')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
}
