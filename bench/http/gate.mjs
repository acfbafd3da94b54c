/**
 * What it costs that a request is let in by a session or a key: `node bench/http/gate.mjs` starts `cordon serve` on an
 * empty store and asks the same routes open, then with a key, then with a session. The figure is the server's own CPU
 * time a request, from /proc, as a ratio to the open server in the same run; build first. SECONDS sets each step.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

const seconds = Number(process.env.SECONDS ?? 3)
const program = fileURLToPath(new URL('../../apps/cordon/bin/cordon.js', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'cordon-gate-'))
chmodSync(data, 0o755)
const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
let said = ''
server.stderr.on('data', (chunk) => {
  said += chunk
})
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms))
while (!/set-up\/\S+/.test(said)) await pause(100)
const link = new URL(/http:\S+set-up\/\S+/.exec(said)[0])
while ((await fetch(`${link.origin}/readyz`)).status !== 200) await pause(100)

/** CPU seconds of the server so far; PostgreSQL's own are apart. */
function cpu() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const body = JSON.stringify({
  queries: { q: { schema: 'Person', properties: { name: ['Park Jin Hyok'], birthDate: ['1984'] } } },
})
const routes = {
  'GET /catalog': { path: '/catalog' },
  'POST /match, one party': { path: '/match/default', method: 'POST', body },
}

async function costs(headers) {
  const found = {}
  for (const [name, request] of Object.entries(routes)) {
    const before = cpu()
    const { requests, non2xx } = await autocannon({
      url: link.origin,
      connections: 4,
      duration: seconds,
      requests: [
        { ...request, headers: { 'content-type': 'application/json', origin: link.origin, ...headers } },
      ],
    })
    if (non2xx > 0) throw new Error(`${name}: ${non2xx} answers were not 2xx`)
    found[name] = ((cpu() - before) / requests.total) * 1e6
  }
  return found
}

try {
  await costs({})
  const open = await costs({})
  const made = await fetch(`${link.origin}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: link.pathname.split('/').at(-1),
      name: 'boss',
      password: 'violet harbour tin spoon',
    }),
  })
  const cookie = made.headers.getSetCookie()[0].split(';')[0]
  const key = JSON.parse(
    execFileSync(process.execPath, [
      program,
      'keys',
      'create',
      '--title',
      'bench',
      '--scope',
      'read',
      'screen',
      '--data',
      data,
    ]),
  ).secret
  const withKey = await costs({ authorization: `Bearer ${key}` })
  const withSession = await costs({ cookie })
  for (const name of Object.keys(routes))
    console.log(
      `${name}: open ${open[name].toFixed(0)} us, key ${withKey[name].toFixed(0)} us (${(withKey[name] / open[name]).toFixed(2)}), session ${withSession[name].toFixed(0)} us (${(withSession[name] / open[name]).toFixed(2)})`,
    )
} finally {
  server.kill('SIGINT')
  await new Promise((gone) => server.once('exit', gone))
  await pause(8_000)
  rmSync(data, { recursive: true, force: true })
}
