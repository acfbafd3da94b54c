import type { PartyRole, TransactionKind } from '../message.ts'

/** Message definitions by the element below `Document`, for documents whose namespace doesn't say it. */
const byRoot: Readonly<Record<string, string>> = {
  CstmrCdtTrfInitn: 'pain.001',
  CstmrPmtStsRpt: 'pain.002',
  CstmrPmtRvsl: 'pain.007',
  CstmrDrctDbtInitn: 'pain.008',
  FIToFIPmtStsRpt: 'pacs.002',
  FIToFICstmrDrctDbt: 'pacs.003',
  PmtRtr: 'pacs.004',
  FIToFIPmtRvsl: 'pacs.007',
  FIToFICstmrCdtTrf: 'pacs.008',
  FICdtTrf: 'pacs.009',
  FinInstnCdtTrf: 'pacs.009',
  FIDrctDbt: 'pacs.010',
  FIToFIPmtStsReq: 'pacs.028',
  RsltnOfInvstgtn: 'camt.029',
  BkToCstmrAcctRpt: 'camt.052',
  BkToCstmrStmt: 'camt.053',
  BkToCstmrDbtCdtNtfctn: 'camt.054',
  CstmrPmtCxlReq: 'camt.055',
  FIToFIPmtCxlReq: 'camt.056',
}

const form = /([a-z]{4}\.\d{3})\.(\d{3}\.\d{2})/

/**
 * The message definition, any version: from the namespaces that were declared, of those the one that fits the root; else
 * from the header's `MsgDefIdr`, or the root alone (`pacs.008`).
 */
export function definitionOf(
  root: string,
  namespaces: readonly string[],
  declared: string | undefined,
): string {
  const known = byRoot[root]
  const found = [...namespaces].reverse().flatMap((uri) => {
    const [, message, version] = form.exec(uri) ?? []
    return message && version && message !== 'head.001' ? [{ message, whole: `${message}.${version}` }] : []
  })
  const fitting = known ? found.find(({ message }) => message === known) : found[0]
  return fitting?.whole ?? (declared && form.exec(declared)?.[0]) ?? known ?? found[0]?.whole ?? root
}

/** Elements that hold transactions beside what these share: their children are read one by one. */
export const containers: ReadonlySet<string> = new Set([
  'PmtInf',
  'Stmt',
  'Rpt',
  'Ntfctn',
  'Undrlyg',
  'OrgnlPmtInfAndSts',
  'OrgnlPmtInfAndRvsl',
  'OrgnlPmtInfAndCxl',
])

/** Elements that are one transaction each. */
export const transactionNames: ReadonlySet<string> = new Set([
  'CdtTrfTxInf',
  'DrctDbtTxInf',
  'TxInf',
  'TxInfAndSts',
  'Ntry',
  'CdtInstr',
])

/** Who an element names. */
export const partyElements: Readonly<Record<string, PartyRole>> = {
  InitgPty: 'initiatingParty',
  FwdgAgt: 'forwardingAgent',
  UltmtDbtr: 'ultimateDebtor',
  Dbtr: 'debtor',
  DbtrAgt: 'debtorAgent',
  InstgAgt: 'instructingAgent',
  InstdAgt: 'instructedAgent',
  Assgnr: 'instructingAgent',
  Assgne: 'instructedAgent',
  PrvsInstgAgt: 'previousInstructingAgent1',
  PrvsInstgAgt1: 'previousInstructingAgent1',
  PrvsInstgAgt2: 'previousInstructingAgent2',
  PrvsInstgAgt3: 'previousInstructingAgent3',
  InstgRmbrsmntAgt: 'instructingReimbursementAgent',
  InstdRmbrsmntAgt: 'instructedReimbursementAgent',
  ThrdRmbrsmntAgt: 'thirdReimbursementAgent',
  IntrmyAgt1: 'intermediaryAgent1',
  IntrmyAgt2: 'intermediaryAgent2',
  IntrmyAgt3: 'intermediaryAgent3',
  CdtrAgt: 'creditorAgent',
  Cdtr: 'creditor',
  UltmtCdtr: 'ultimateCreditor',
  InitgPties: 'initiatingParty',
  Ownr: 'accountOwner',
  Svcr: 'accountServicer',
  Invcr: 'ultimateCreditor',
  Invcee: 'ultimateDebtor',
}

/** Whose account an element names. */
export const accountElements: Readonly<Record<string, PartyRole>> = {
  DbtrAcct: 'debtor',
  DbtrAgtAcct: 'debtorAgent',
  CdtrAcct: 'creditor',
  CdtrAgtAcct: 'creditorAgent',
  IntrmyAgt1Acct: 'intermediaryAgent1',
  IntrmyAgt2Acct: 'intermediaryAgent2',
  IntrmyAgt3Acct: 'intermediaryAgent3',
  InstgRmbrsmntAgtAcct: 'instructingReimbursementAgent',
  InstdRmbrsmntAgtAcct: 'instructedReimbursementAgent',
  ThrdRmbrsmntAgtAcct: 'thirdReimbursementAgent',
  SttlmAcct: 'instructingAgent',
}

/** What the transactions of a definition do. */
export function kindOf(type: string): TransactionKind {
  return kinds[type.slice(0, 8)] ?? 'freeFormat'
}

const kinds: Readonly<Record<string, TransactionKind>> = {
  'pain.001': 'customerTransfer',
  'pain.002': 'status',
  'pain.008': 'directDebit',
  'pacs.002': 'status',
  'pacs.003': 'directDebit',
  'pacs.004': 'return',
  'pacs.008': 'customerTransfer',
  'pacs.009': 'bankTransfer',
  'pacs.010': 'directDebit',
  'camt.029': 'status',
  'camt.052': 'statementEntry',
  'camt.053': 'statementEntry',
  'camt.055': 'cancellationRequest',
  'camt.056': 'cancellationRequest',
}
