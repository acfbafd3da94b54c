import type { XmlElement } from '@cordon/formats'
import { StatementWriter } from '../statements.ts'
import { readInterval, readPoint } from './dates.ts'
import { RecordFault } from './fault.ts'
import type { Known } from './party.ts'

/**
 * A SanctionsEntry as a Sanction: programmes, legal basis (`reason`), measures (`provisions`), the list
 * (`description`), and the days of its events.
 * @throws {RecordFault} where its party is not in the file, or was rejected
 */
export function readEntry(element: XmlElement, known: Known): StatementWriter {
  const { reference, source } = known
  const id = element.attribute('ID')
  const party = known.parties.get(element.attribute('ProfileID') ?? '')
  if (!id) throw new RecordFault('no ID', 'SanctionsEntry')
  if (!party)
    throw new RecordFault('party not in the file or rejected', `ProfileID ${element.attribute('ProfileID')}`)
  const writer = new StatementWriter(source, `ofac-sanction-${id}`, 'Sanction')
  writer
    .add('entity', party.entityId)
    .add('country', 'us')
    .add('authority', 'Office of Foreign Assets Control')
    .add('authorityId', party.fixedRef)
    .add('description', reference.text('List', element.attribute('ListID')))
  const days: string[] = []
  for (const event of element.all('EntryEvent')) {
    const day = readPoint(event.child('Date'))
    const type = reference.text('EntryEventType', event.attribute('EntryEventTypeID'))
    if (day && type === 'Created') days.push(day)
    else if (day || type) writer.add('summary', [type, day].filter(Boolean).join(' '))
    writer.add('reason', reference.known('LegalBasis', event.attribute('LegalBasisID')))
    writer.add('summary', event.textOf('Comment'))
  }
  days.sort()
  writer.addAll('listingDate', days).add('startDate', days[0])
  for (const measure of element.all('SanctionsMeasure')) addMeasure(writer, measure, known)
  return writer
}

function addMeasure(writer: StatementWriter, measure: XmlElement, { reference }: Known): void {
  const type = reference.text('SanctionsType', measure.attribute('SanctionsTypeID'))
  const comment = measure.textOf('Comment')
  if (type === 'Program') writer.add('program', comment)
  else {
    writer.add('provisions', type)
    writer.add('summary', comment && `${type}: ${comment}`)
  }
  const { start, end } = readInterval(measure.child('DatePeriod'))
  writer.add('startDate', start).add('endDate', end)
}
