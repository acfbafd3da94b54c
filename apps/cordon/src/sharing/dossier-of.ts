import type {
  Dossier,
  DossierFinding,
  DossierList,
  DossierNote,
  DossierParty,
  DossierPayment,
  StixBody,
} from '@cordon/casework'
import { CordonError } from '@cordon/model'
import { type PaymentMessage, type PaymentParty, readPayments, type Transaction } from '@cordon/payments'
import { type CaseFinding, type CaseRecord, type Store, unknownCase } from '../store/index.ts'

/** Most findings of a case that is shared at once. */
export const mostSharedFindings = 20_000

/**
 * Everything that the store knows of a case, before anything is held back.
 * @throws CordonError CORDON_CASE_UNKNOWN, CORDON_CASE_MERGED, CORDON_SHARE_SIZE
 */
export async function dossierOf(store: Store, id: number): Promise<Dossier> {
  await store.cases.joinPending()
  const found = await store.cases.get(id)
  if (!found) throw unknownCase(id)
  if (found.mergedInto !== undefined) throw merged(found)
  if (found.findings > mostSharedFindings) throw tooMany(found)
  const findings = await findingsOf(store, id)
  const { profile } = await store.profiles.current()
  return {
    case: { id, state: found.state, opened: found.opened },
    findings,
    notes: await notesOf(store, id),
    payments: await paymentsOf(store, findings),
    objects: await objectsOf(store, findings),
    lists: await listsOf(store, findings),
    ...(profile.institution.name && { institution: profile.institution }),
  }
}

async function findingsOf({ cases }: Store, id: number): Promise<DossierFinding[]> {
  const all: CaseFinding[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await cases.findings(id, { limit: 1_000, ...(cursor && { cursor }) })
    all.push(...page.findings)
    cursor = page.next
    if (!cursor) break
  }
  return all.map(({ finding, joins, revisedAt, verdict, decision }) => ({
    finding,
    joins: joins.map(({ words }) => words),
    revisedAt,
    ...(verdict &&
      decision && { decision: { verdict, reason: decision.reason, who: decision.who, at: decision.at } }),
  }))
}

async function notesOf({ cases }: Store, id: number): Promise<DossierNote[]> {
  const notes: DossierNote[] = []
  for (let before: number | undefined; ; ) {
    const events = await cases.events(id, { limit: 1_000, ...(before !== undefined && { before }) })
    for (const { id: event, kind, actor, at, body } of events)
      if (kind === 'note' && typeof body.text === 'string')
        notes.push({ id: String(event), who: actor, at, text: body.text })
    before = events.at(-1)?.id
    if (events.length < 1_000) return notes.reverse()
  }
}

/** Messages of the queue that findings of the case are about, as they are read from their own text. */
async function paymentsOf(
  { sharing }: Store,
  findings: readonly DossierFinding[],
): Promise<DossierPayment[]> {
  const ids = new Set(findings.map(({ finding }) => finding.id))
  const kept = await sharing.payments([...ids])
  const read = await Promise.all(kept.map(async (one) => ({ ...one, message: await firstMessage(one.text) })))
  return read.flatMap(({ id, message, state, actions, findingIds, receivedAt }) => {
    if (!message) return []
    const about = findingIds.filter((one) => ids.has(one))
    const done = actions
      .filter(({ action }) => action !== 'met')
      .map(({ at, who, action, reason }) => ({ at, who, action, reason }))
    return message.transactions.map((transaction, n) => ({
      id: `${id}:${n}`,
      reference: referenceOf(message, transaction),
      type: message.type,
      ...(transaction.references.uetr && { uetr: transaction.references.uetr }),
      ...(transaction.amount && { amount: transaction.amount }),
      ...(transaction.settlementDate && { date: transaction.settlementDate }),
      parties: transaction.parties.map(partyOf),
      texts: transaction.texts.map(({ value }) => value),
      state,
      done,
      receivedAt,
      findings: about,
    }))
  })
}

async function firstMessage(text: string): Promise<PaymentMessage | undefined> {
  const bytes = async function* () {
    yield new TextEncoder().encode(text)
  }
  for await (const { messages } of readPayments(bytes())) if (messages[0]) return messages[0].message
  return undefined
}

function referenceOf({ id }: PaymentMessage, { references }: Transaction): string {
  return references.transaction ?? references.instruction ?? references.endToEnd ?? id
}

function partyOf({
  role,
  name,
  account,
  bic,
  address,
  town,
  country,
  birthDate,
  nature,
}: PaymentParty): DossierParty {
  const lines = address.map(({ value }) => value).join(', ')
  return {
    role,
    ...(name && { name: name.value }),
    ...(account && { account: account.value }),
    ...(bic && { bic: bic.value }),
    ...(lines && { address: lines }),
    ...(town && { town: town.value }),
    ...(country && { country: country.value }),
    ...(birthDate && { birthDate: birthDate.value }),
    ...(nature && { nature }),
  }
}

/** The threats that findings met, each as its source has it, with the definitions of markings. */
async function objectsOf({ sharing }: Store, findings: readonly DossierFinding[]): Promise<StixBody[]> {
  const ids = new Set(
    findings.flatMap(({ finding }) =>
      finding.matches.filter(({ kind }) => kind === 'stix').map(({ id }) => id),
    ),
  )
  if (ids.size === 0) return []
  const objects = await sharing.objects([...ids])
  const markings = new Set(objects.flatMap(markingRefs))
  return [...objects, ...(markings.size > 0 ? await sharing.objects([...markings]) : [])]
}

function markingRefs({ object_marking_refs: refs, granular_markings: granular }: StixBody): string[] {
  const all = [
    ...(Array.isArray(refs) ? refs : []),
    ...(Array.isArray(granular) ? granular.map((one) => (one as { marking_ref?: unknown }).marking_ref) : []),
  ]
  return all.filter((one): one is string => typeof one === 'string')
}

async function listsOf(store: Store, findings: readonly DossierFinding[]): Promise<DossierList[]> {
  const named = new Set(findings.flatMap(({ finding }) => Object.keys(finding.knowledgeVersions)))
  const lists = (await store.lists.status()).filter(({ name }) => named.has(name))
  const versions = await Promise.all(
    lists.map(async ({ name, title, publisher }) =>
      (await store.lists.versions(name)).map(({ version, fetched }) => ({
        source: name,
        title,
        publisher,
        version,
        fetched,
      })),
    ),
  )
  const collections = (await store.threats.collections()).filter(
    ({ id, source }) => named.has(id) || named.has(source),
  )
  return [
    ...versions.flat(),
    ...collections.map(({ id, source, name, version, fetched }) => ({
      source: named.has(id) ? id : source,
      title: name,
      version,
      fetched,
    })),
  ]
}

function merged({ id, mergedInto }: CaseRecord): CordonError {
  return new CordonError({
    code: 'CORDON_CASE_MERGED',
    expected: 'a case that stands by itself',
    found: `one that has become a part of case ${mergedInto}`,
    where: `case ${id}`,
    remedy: `Share case ${mergedInto}.`,
  })
}

function tooMany({ id, findings }: CaseRecord): CordonError {
  return new CordonError({
    code: 'CORDON_SHARE_SIZE',
    expected: `at most ${mostSharedFindings} findings`,
    found: String(findings),
    where: `case ${id}`,
    remedy: 'Split the findings that are to be shared into a case of their own.',
  })
}
