import { useQuery } from '@tanstack/react-query'
import { request } from './client.ts'
import type { Answer } from './contract.ts'

/** `GET /api/pressure`. */
export type Pressure = Answer<'/api/pressure'>
/** A theft or an attempt at one. */
export type Incident = Pressure['incidents'][number]
/** A resolution, summit, test or measure. */
export type PressureEvent = Pressure['events'][number]

/** The pressure curve against the lists that answer now. */
export function usePressure() {
  return useQuery({
    queryKey: ['pressure'],
    queryFn: ({ signal }) => request<Pressure>('/api/pressure', { signal }),
  })
}
