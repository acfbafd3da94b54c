import type { Application } from '../binary.ts'
import { flag, skip, uint } from '../field.ts'

/** Monitoring of an aid to navigation by the General Lighthouse Authorities (IALA A-126): 235/10 and 250/10. Volts. */
export const lighthouseMonitoring: Application = {
  bits: [44, 48],
  parts: [
    uint('ana_int', 10, { per: 20, na: 0 }),
    uint('ana_ext1', 10, { per: 20, na: 0 }),
    uint('ana_ext2', 10, { per: 20, na: 0 }),
    uint('racon', 2, {
      words: ['No RACON installed', 'RACON not monitored', 'RACON operational', 'RACON ERROR'],
    }),
    uint('light', 2, {
      words: ['No light or no monitoring', 'Light ON', 'Light OFF', 'Light ERROR'],
    }),
    flag('alarm'),
    uint('stat_ext', 8),
    flag('off_pos'),
    skip(4),
  ],
}
