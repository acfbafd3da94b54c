import type { Block, ReportDocument } from './document.ts'

/** A text as HTML shows it: nothing in it is markup, and none of its characters turns the direction of what stands around it. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (one) => (/[\t\n\r]/.test(one) ? one : '\ufffd'))
}

const style = `
:root { color-scheme: light; }
body { font: 14px/1.5 'Noto Sans', 'Noto Sans KR', 'Malgun Gothic', 'Apple SD Gothic Neo', system-ui, sans-serif; color: #16202a; background: #fff; margin: 0 auto; max-width: 52rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #c9d2da; padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
.marking { font-weight: 700; letter-spacing: .04em; background: #16202a; color: #fff; display: inline-block; padding: .15rem .6rem; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: #47586a; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; table-layout: fixed; }
th, td { border: 1px solid #c9d2da; padding: .3rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eef2f5; font-weight: 600; }
p { white-space: pre-wrap; overflow-wrap: anywhere; } .quiet { color: #47586a; } .strong { font-weight: 600; } li { overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } h2, h3 { break-after: avoid; } tr, dl { break-inside: avoid; } thead { display: table-header-group; } }
@page { margin: 18mm 16mm; }
`

/**
 * A document as one HTML file that loads nothing and runs nothing: a policy in it forbids both, whatever a text may hold. It prints with
 * the heads of tables repeated.
 */
export function htmlOf({ language, title, marking, blocks }: ReportDocument): string {
  return `<!doctype html>
<html lang="${htmlText(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="marking">${htmlText(marking)}</p>
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`
}

function blockHtml(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level} dir="auto">${htmlText(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p dir="auto"${block.tone ? ` class="${block.tone}"` : ''}>${htmlText(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li dir="auto">${htmlText(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<dt>${htmlText(name)}</dt><dd dir="auto">${htmlText(value)}</dd>`).join('')}</dl>`
    case 'table': {
      const head = block.columns.map((one) => `<th scope="col">${htmlText(one)}</th>`).join('')
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell) => `<td dir="auto">${htmlText(cell)}</td>`).join('')}</tr>`,
      )
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    }
  }
}
