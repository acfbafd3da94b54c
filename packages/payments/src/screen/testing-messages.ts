/** What a case of the archetypes says of a message; the rest is an ordinary payment. */
export interface CaseFields {
  readonly debtor?: string
  readonly debtorCountry?: string
  readonly debtorOrgId?: string
  readonly creditor?: string
  readonly creditorAddress?: string
  readonly creditorCountry?: string
  readonly creditorBirth?: string
  readonly creditorPassport?: string
  readonly creditorAccount?: string
  readonly intermediaryBic?: string
  readonly intermediaryName?: string
  readonly reference?: string
  readonly text?: string
}

/** A message of the shape with the case's fields in their places. */
export function messageOf(shape: 'MT103' | 'pacs.008', fields: CaseFields): string {
  return shape === 'MT103' ? mt103(fields) : pacs008(fields)
}

function lines(text: string, width: number): string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at += width) found.push(text.slice(at, at + width))
  return found
}

function mt103(fields: CaseFields): string {
  const block = [
    `:20:${fields.reference ?? 'PAY-2611-0042'}`,
    ':23B:CRED',
    ':32A:261102EUR12500,00',
    ':50K:/DE89370400440532013000',
    fields.debtor ?? 'HARLAND FOODS GMBH',
    'HANAUER LANDSTRASSE 120',
    'FRANKFURT DE',
    ':52A:COBADEFFXXX',
    ...(fields.intermediaryBic ? [`:56A:${fields.intermediaryBic}`] : []),
    ...(fields.intermediaryName ? [`:56D:${fields.intermediaryName}`, 'MAIN STREET 1'] : []),
    ':57A:BARCGB22XXX',
    `:59:/${fields.creditorAccount ?? '20325311445566'}`,
    ...lines(fields.creditor ?? 'EVERETT CERAMICS LTD', 35),
    ...lines(fields.creditorAddress ?? '14 DEANSGATE MANCHESTER', 35),
    ...(fields.creditorCountry ? [fields.creditorCountry] : []),
    ...(fields.text ? [`:70:${lines(fields.text, 35).join('\r\n')}`] : [':70:INVOICE 4711']),
    ':71A:SHA',
  ]
  return `{1:F01COBADEFFAXXX0001000042}{2:I103BARCGB22XXXXN}{3:{108:MUR0042}}{4:\r\n${block.join('\r\n')}\r\n-}{5:{CHK:123456789ABC}}`
}

function pacs008(fields: CaseFields): string {
  const id = [
    fields.creditorBirth && fields.creditorBirth.length === 10
      ? `<DtAndPlcOfBirth><BirthDt>${fields.creditorBirth}</BirthDt><CityOfBirth>UNKNOWN</CityOfBirth><CtryOfBirth>XX</CtryOfBirth></DtAndPlcOfBirth>`
      : fields.creditorBirth
        ? `<DtAndPlcOfBirth><BirthDt>${fields.creditorBirth}</BirthDt></DtAndPlcOfBirth>`
        : '',
    fields.creditorPassport
      ? `<Othr><Id>${fields.creditorPassport}</Id><SchmeNm><Cd>CCPT</Cd></SchmeNm></Othr>`
      : '',
  ].join('')
  const debtorId = fields.debtorOrgId
    ? `<Id><OrgId><Othr><Id>${fields.debtorOrgId}</Id></Othr></OrgId></Id>`
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
  <FIToFICstmrCdtTrf>
    <GrpHdr><MsgId>${fields.reference ?? 'PAY-2611-0042'}</MsgId><CreDtTm>2026-11-02T09:30:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf></GrpHdr>
    <CdtTrfTxInf>
      <PmtId><InstrId>PAY-2611-0042</InstrId><EndToEndId>E2E-0042</EndToEndId></PmtId>
      <IntrBkSttlmAmt Ccy="EUR">12500.00</IntrBkSttlmAmt>
      <IntrBkSttlmDt>2026-11-02</IntrBkSttlmDt>
      <ChrgBr>SHAR</ChrgBr>
      <InstgAgt><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></InstgAgt>
      <InstdAgt><FinInstnId><BICFI>BARCGB22XXX</BICFI></FinInstnId></InstdAgt>
      <Dbtr><Nm>${fields.debtor ?? 'Harland Foods GmbH'}</Nm><PstlAdr><TwnNm>Frankfurt</TwnNm><Ctry>${fields.debtorCountry ?? 'DE'}</Ctry></PstlAdr>${debtorId}</Dbtr>
      <DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>
      <DbtrAgt><FinInstnId><BICFI>COBADEFFXXX</BICFI></FinInstnId></DbtrAgt>
      <CdtrAgt><FinInstnId><BICFI>BARCGB22XXX</BICFI></FinInstnId></CdtrAgt>
      <Cdtr><Nm>${fields.creditor ?? 'Everett Ceramics Ltd'}</Nm><PstlAdr><AdrLine>${fields.creditorAddress ?? '14 Deansgate'}</AdrLine>${fields.creditorCountry ? `<Ctry>${fields.creditorCountry}</Ctry>` : ''}</PstlAdr>${id ? `<Id><PrvtId>${id}</PrvtId></Id>` : ''}</Cdtr>
      <CdtrAcct><Id><Othr><Id>${fields.creditorAccount ?? '20325311445566'}</Id></Othr></Id></CdtrAcct>
      <RmtInf>${lines(fields.text ?? 'Invoice 4711', 140)
        .map((line) => `<Ustrd>${line}</Ustrd>`)
        .join('')}</RmtInf>
    </CdtTrfTxInf>
  </FIToFICstmrCdtTrf>
</Document>
`
}
