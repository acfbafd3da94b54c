import { electronicFormatIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { compact, type Parsed, refused } from './parsed.ts'

const faults: Readonly<Record<ValidationErrorsIBAN, string>> = {
  [ValidationErrorsIBAN.NoIBANProvided]: 'an IBAN',
  [ValidationErrorsIBAN.NoIBANCountry]: 'an IBAN that begins with a country that issues them',
  [ValidationErrorsIBAN.WrongBBANLength]: "an IBAN of its country's length",
  [ValidationErrorsIBAN.WrongBBANFormat]: "an IBAN of its country's form",
  [ValidationErrorsIBAN.ChecksumNotNumber]: 'an IBAN with two check digits',
  [ValidationErrorsIBAN.WrongIBANChecksum]: 'an IBAN with right check digits (ISO 7064 mod 97-10)',
  [ValidationErrorsIBAN.WrongAccountBankBranchChecksum]: 'an IBAN with right national check digits',
  [ValidationErrorsIBAN.QRIBANNotAllowed]: 'an IBAN that is no QR-IBAN',
}

/**
 * Reads an IBAN (ISO 13616; lengths and national forms of the SWIFT registry as `ibantools` holds them). The value
 * is the electronic form: upper-case, no spaces. `country` is lower-case ISO 3166-1 alpha-2.
 */
export function parseIban(text: string): Parsed<{ readonly country: string }> {
  const value = electronicFormatIBAN(compact(text).replace(/^IBAN:?/, '')) ?? ''
  const { valid, errorCodes } = validateIBAN(value)
  if (valid) return { ok: true, value, country: value.slice(0, 2).toLowerCase() }
  return refused(faults[errorCodes[0] ?? ValidationErrorsIBAN.NoIBANProvided], text)
}

/** Whether the text is an IBAN with right check digits. */
export function isIban(text: string): boolean {
  return parseIban(text).ok
}
