/** Opens the store and writes audit entries one by one, telling of each once it is committed, until it is killed. */
import { openStore } from './index.ts'

const store = await openStore(JSON.parse(process.argv[2]!))
console.log('open')
for (let i = 1; ; i++) {
  const { seq } = await store.audit.append({ actor: 'child', action: 'test', subject: String(i), detail: {} })
  console.log(seq)
}
