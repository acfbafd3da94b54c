import { fileURLToPath } from 'node:url'
import { readers } from '@cordon/sources'
import { type ScratchStore, scratchStore } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importList } from './import-list.ts'
import { inputFile } from './input-files.ts'
import { planReadings } from './recognise.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.close())

const fixtures = new URL('../../../../packages/sources/src/', import.meta.url)
async function imported(file: string, changeFormat = false) {
  const [plan] = await planReadings([await inputFile(fileURLToPath(new URL(file, fixtures)))], readers)
  const { version } = await importList(scratch.store, plan!, {
    source: 'us_ofac_sdn',
    actor: 'test',
    fetched: 0,
    changeFormat,
  }) // prettier-ignore
  return version
}
const advanced = 'ofac-advanced/fixtures/sdn-advanced.xml'
const standard = 'fixtures/ofac-standard-xml/consolidated.xml'

describe('a list in another format than the one that answers', () => {
  it('is refused, since everything that hangs on its entries would count as new', async () => {
    const first = await imported(advanced)
    await expect(imported(standard)).rejects.toMatchObject({
      code: 'CORDON_LIST_FORMAT',
      expected: expect.stringContaining('ofac-sdn-advanced-xml'),
      found: 'ofac-standard-xml',
      remedy: expect.stringContaining('--change-format'),
    })
    const [status] = await scratch.store.lists.status()
    expect(status!.current!.seq).toBe(first.seq)
    expect(await scratch.store.lists.versions('us_ofac_sdn')).toHaveLength(1)
  })

  it('is taken where somebody says so, and nothing of the former one stays beside it', async () => {
    const { seq, entities } = await imported(standard, true)
    expect((await scratch.store.lists.choose()).map((version) => version.seq)).toEqual([seq])
    let answering = 0
    for await (const page of scratch.store.lists.entities()) answering += page.length
    expect(answering).toBe(entities)
  })
})
