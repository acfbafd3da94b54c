import { PaymentWatch, simulate, simulatedProfile, type OrderVerdict } from '@cordon/payments'
import { loadPaymentPack } from '/work/wt-pay-behaviour/apps/cordon/src/payments/pack.ts'
const seed = Number(process.argv[2] ?? 1), mpd = Number(process.argv[3] ?? 20000), variant = (process.argv[4] ?? 'record') as never
const rules = loadPaymentPack()
const cpu = () => process.cpuUsage().user / 1e6
let t = cpu(), n = 0, genT = 0, runT = 0, orders = 0
const verdicts: OrderVerdict[] = []
let stolen = new Set<string>(); const told: OrderVerdict[] = []
const watch = new PaymentWatch({ onVerdict: (v) => { orders++; if (v.recommendation !== 'pass' || stolen.has(v.order.id)) told.push(v) } })
watch.start({ profile: simulatedProfile, rules, versions: {} })
console.log('idle', watch.idle)
const other: Record<string, number> = {}
const gen = simulate({ seed, messagesPerDay: mpd, heist: variant })
for (;;) {
  t = cpu(); const r = gen.next(); genT += cpu() - t
  if (r.done) break
  const day = r.value; n += day.length
  for (const m of day) if (m.isStolen) stolen.add(m.observation.message.id)
  t = cpu()
  for (let i = 0; i < day.length; i += 1000) {
    const part = day.slice(i, i + 1000).map((m) => m.observation)
    for (const f of watch.observe(part)) if (f.rule !== 'payment-behaviour') other[f.rule] = (other[f.rule] ?? 0) + 1
    else if (f.revision > 1) other.revised = (other.revised ?? 0) + 1
    if (part.length) for (const f of watch.advance(part.at(-1)!.time!)) { const k = f.rule === 'payment-behaviour' ? 'late revised' : f.rule; other[k] = (other[k] ?? 0) + 1; if (process.env.SHOW === k) console.log(f.statement) }
  }
  runT += cpu() - t
}
const st = told.filter((v) => stolen.has(v.order.id))
const fp = told.filter((v) => !stolen.has(v.order.id))
console.log({ n, perDay: n / 30, orders, genT, runT, rate: n / runT })
console.log('stolen', stolen.size, 'found', st.filter((v) => v.recommendation !== 'pass').length, 'hold', st.filter((v) => v.recommendation === 'hold').length, 'totals', st.map((v) => v.total.toFixed(1)).join(' '))
console.log('fp', fp.length, 'of orders %', (100 * fp.length / orders).toFixed(3), 'of messages %', (100 * fp.length / n).toFixed(3), 'hold', fp.filter((v) => v.recommendation === 'hold').length)
const combos: Record<string, number> = {}
for (const v of fp) { const k = v.order.account + ' ' + v.signs.filter((s) => s.weight > 0.3).sort((a, b) => b.weight - a.weight).map((s) => s.rule + ':' + s.weight.toFixed(0)).join(' '); combos[k] = (combos[k] ?? 0) + 1 }
console.log(Object.entries(combos).sort((a, b) => b[1] - a[1]).slice(0, 12))
for (const v of st.filter((v, i) => v.recommendation === 'pass' || i < 3).slice(0, 6)) console.log(new Date(v.order.time).toISOString(), v.order.creditor.text, v.order.amount, v.total, v.families, v.signs.map((s) => `${s.rule} ${s.weight.toFixed(1)} (${s.ordinary.toFixed(4)})`).join(', '))
console.log(other)
const t0 = cpu(); const snap = JSON.stringify(watch.snapshot()); console.log('snapshot MB', snap.length / 1e6, cpu() - t0)
