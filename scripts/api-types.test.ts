import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { apiTypes, typesPath } from './api-types.ts'

it('the types of the API that the console is built with are those of the routes', async () => {
  const isCurrent = (await readFile(typesPath, 'utf8')) === (await apiTypes())
  expect(isCurrent, 'apps/console/src/api/schema.generated.ts is out of date: run `npm run api-types`').toBe(
    true,
  )
}, 60_000)
