/** A thread that screens payment messages. */
import { serveParts } from '../threads/serve-parts.ts'
import { paymentKnown } from './payment-known.ts'
import { messageScreener } from './screen-messages.ts'

serveParts(async (known) => messageScreener(await paymentKnown(known)))
