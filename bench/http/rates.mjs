/**
 * How many requests the HTTP API answers: `node bench/http/rates.mjs LIST...` starts `cordon serve --list LIST...` and
 * asks it from this process, one kind of request after the other. Because the two share the machine, the figure that
 * counts is requests a second of the server's own CPU time, from /proc; build first.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

const port = 8790
const seconds = Number(process.env.SECONDS ?? 4)
const program = fileURLToPath(new URL('../../apps/cordon/bin/cordon.js', import.meta.url))
const server = spawn(
  process.execPath,
  [program, 'serve', '--port', String(port), '--list', ...process.argv.slice(2)],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
process.on('exit', () => server.kill())
const url = `http://127.0.0.1:${port}`
const ready = async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200
while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 200))

/** CPU seconds of the server so far. */
function cpu() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const person = (name) => ({
  schema: 'Person',
  properties: { name: [name], birthDate: ['1984'], country: ['kp'] },
})
const names = [
  'Park Jin Hyok',
  'Ivan Petrov',
  'Anna Schmidt',
  'Kim Yong Chol',
  'John Smith',
  'Maria Garcia',
  'Qasem Soleimani',
]
const match = (count) => ({
  method: 'POST',
  path: '/match/default',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    queries: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`q${i}`, person(names[i % names.length])]),
    ),
  }),
})
const search = (query) => ({ path: `/search/default?${query}` })
const kinds = {
  'GET /healthz (the floor)': [{ path: '/healthz' }],
  'GET /search, no facets, 25 results': ['pa', 'kim', 'park+jin', 'al', 'ban', 'moh'].map((q) =>
    search(`q=${q}&limit=25&facets=`),
  ),
  'GET /search, facets, 10 results': ['pa', 'kim', 'park+jin', 'al', 'ban', 'moh'].map((q) =>
    search(`q=${q}`),
  ),
  'GET /search, one letter, facets': [search('q=a')],
  'GET /search, no words': [search('limit=25')],
  'GET /search, fuzzy': [search('q=pakr+jin&fuzzy=true')],
  'POST /match, 1 query that can match nothing (the HTTP share)': [
    {
      ...match(1),
      body: JSON.stringify({ queries: { q: { schema: 'Vessel', properties: { imoNumber: ['1234567'] } } } }),
    },
  ],
  'POST /match, 1 query': [match(1)],
  'POST /match, 100 queries': [match(100)],
  'POST /match, 1,000 queries': [match(1000)],
}
for (const [name, requests] of Object.entries(kinds)) {
  await fetch(url + requests[0].path, {
    method: requests[0].method,
    headers: requests[0].headers,
    body: requests[0].body,
  })
  const before = cpu()
  const result = await autocannon({ url, duration: seconds, connections: 4, requests })
  const spent = cpu() - before
  const count = result.requests.total
  console.log(
    `${name}: ${(count / spent).toFixed(0)} a CPU second (${((1000 * spent) / count).toFixed(3)} ms each), ` +
      `p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms, ${result.non2xx} not 2xx, ` +
      `${(result.throughput.average / result.requests.average / 1000).toFixed(1)} kB each`,
  )
}
server.kill()
