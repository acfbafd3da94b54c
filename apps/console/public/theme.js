// Runs before the first paint, so that a kept theme never flashes the other one. A file of its own for a strict CSP.
try {
  const theme = localStorage.getItem('cordon.theme')
  if (theme === '"light"' || theme === '"dark"') document.documentElement.dataset.theme = JSON.parse(theme)
  if (localStorage.getItem('cordon.density') === '"compact"')
    document.documentElement.dataset.density = 'compact'
} catch {
  // Storage is closed (a private window): the system's theme stands.
}
