import type { Migration } from 'kysely'
import { foundations } from './0001-foundations.ts'
import { sea } from './0002-sea.ts'
import { threats } from './0003-threats.ts'
import { listFetch } from './0004-list-fetch.ts'
import { joined } from './0005-joined.ts'
import { cases } from './0006-cases.ts'
import { people } from './0007-people.ts'
import { floor } from './0008-floor.ts'
import { payments } from './0009-payments.ts'
import { watchedWords } from './0012-watched-words.ts'
import { drills } from './0013-drills.ts'
import { attributionMatrix } from './0014-attribution-matrix.ts'
import { sharing } from './0015-sharing.ts'
import { warnings } from './0017-warnings.ts'

/**
 * Every migration by name, in the order of their names. Forward only: one that has been released is never changed,
 * the next change is a new file.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundations': foundations,
  '0002-sea': sea,
  '0003-threats': threats,
  '0004-list-fetch': listFetch,
  '0005-joined': joined,
  '0006-cases': cases,
  '0007-people': people,
  '0008-floor': floor,
  '0009-payments': payments,
  '0012-watched-words': watchedWords,
  '0013-drills': drills,
  '0014-attribution-matrix': attributionMatrix,
  '0015-sharing': sharing,
  '0017-warnings': warnings,
}
