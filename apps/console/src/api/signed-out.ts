const signedOut = 'cordon:signed-out'
const codes: readonly string[] = [
  'CORDON_SIGN_IN',
  'CORDON_SESSION_EXPIRED',
  'CORDON_SET_UP',
  'CORDON_KEY_REFUSED',
]

/** Tells the console that the server knows nobody behind its questions. @param code of the refusal */
export function tellSignedOut(status: number, code: string | undefined): void {
  if (status === 401 && code !== undefined && codes.includes(code)) window.dispatchEvent(new Event(signedOut))
}

/** Calls the listener whenever that is told. @returns a function that ends it */
export function onSignedOut(listener: () => void): () => void {
  window.addEventListener(signedOut, listener)
  return () => window.removeEventListener(signedOut, listener)
}
