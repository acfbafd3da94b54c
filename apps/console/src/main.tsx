import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { watchActivity } from './api/activity.ts'
import { ApiError } from './api/client.ts'
import { chosenLanguage, setLanguage } from './strings/index.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      staleTime: 5_000,
      // What the server refused once it refuses again; only silence and its own faults are worth a second try.
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
    },
  },
})

watchActivity()
await setLanguage(chosenLanguage())
// Pages keep words in constants: they are loaded once the language stands.
const { App } = await import('./app.tsx')

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)

// Hangul comes in many small files that the browser takes as it needs them; their index waits until the page stands.
void import('./styles/hangul.ts')
