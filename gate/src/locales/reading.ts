/** The camera. */
export const readingInEnglish = {
  'camera.title': 'Camera',
  'camera.asking': 'Allow the camera when the browser asks.',
  'camera.aim': 'Hold the QR code inside the frame',
  'camera.pick': 'Choose camera',
  'camera.nameless': 'Camera {{number}}',
  'camera.torchOn': 'Turn light on',
  'camera.torchOff': 'Turn light off',
  'camera.restart': 'Start camera again',
  'camera.noneTitle': 'No camera here',
  'camera.noneAdvice': 'Type the code below the QR, or use a scanner with a cable or Bluetooth.',
  'camera.deniedTitle': 'The camera is blocked',
  'camera.deniedAdvice':
    'Allow it in the browser’s settings for this page, then start it again. Until then, type the code below the QR.',
  'camera.busyTitle': 'The camera is in use',
  'camera.busyAdvice':
    'Close other apps that use it, then start it again. Until then, type the code below the QR.',
  'camera.insecureTitle': 'The camera needs a secure address',
  'camera.insecureAdvice': 'Open this page with https://. Until then, type the code below the QR.',
  'camera.unreadableTitle': 'This device cannot read QR codes yet',
  'camera.unreadableAdvice':
    'The reader could not be loaded. Check the network, then start it again. Until then, type the code.',
} as const

export const readingInSwahili: Record<keyof typeof readingInEnglish, string> = {
  'camera.title': 'Kamera',
  'camera.asking': 'Ruhusu kamera kivinjari kinapouliza.',
  'camera.aim': 'Weka msimbo wa QR ndani ya fremu',
  'camera.pick': 'Chagua kamera',
  'camera.nameless': 'Kamera {{number}}',
  'camera.torchOn': 'Washa taa',
  'camera.torchOff': 'Zima taa',
  'camera.restart': 'Washa kamera tena',
  'camera.noneTitle': 'Hakuna kamera hapa',
  'camera.noneAdvice': 'Andika msimbo ulio chini ya QR, au tumia skana ya waya au Bluetooth.',
  'camera.deniedTitle': 'Kamera imezuiwa',
  'camera.deniedAdvice':
    'Iruhusu kwenye mipangilio ya kivinjari kwa ukurasa huu, kisha iwashe tena. Kwa sasa, andika msimbo ulio chini ya QR.',
  'camera.busyTitle': 'Kamera inatumika',
  'camera.busyAdvice':
    'Funga programu nyingine zinazoitumia, kisha iwashe tena. Kwa sasa, andika msimbo ulio chini ya QR.',
  'camera.insecureTitle': 'Kamera inahitaji anwani salama',
  'camera.insecureAdvice': 'Fungua ukurasa huu kwa https://. Kwa sasa, andika msimbo ulio chini ya QR.',
  'camera.unreadableTitle': 'Kifaa hiki hakiwezi kusoma QR kwa sasa',
  'camera.unreadableAdvice':
    'Kisomaji hakikupakiwa. Angalia mtandao, kisha washa tena. Kwa sasa, andika msimbo.',
}
