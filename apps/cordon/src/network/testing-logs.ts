/** Rules for tests: one of a process, one of a sign-in, one of many of these. */
export const testRules = `title: Who am I
id: 11111111-0000-4000-8000-000000000001
status: test
level: high
tags: [attack.discovery, attack.t1033]
falsepositives: [Administrators]
logsource: {product: windows, category: process_creation}
detection:
  s:
    Image|endswith: '\\whoami.exe'
  condition: s
---
title: Failed sign-in
id: 11111111-0000-4000-8000-000000000002
name: failed_sign_in
status: test
level: informational
logsource: {product: linux, service: sshd}
detection:
  s:
    message|startswith: 'Failed password'
  condition: s
---
title: Many failed sign-ins
id: 11111111-0000-4000-8000-000000000003
level: medium
tags: [attack.credential-access, attack.t1110]
correlation:
  type: event_count
  rules: [failed_sign_in]
  group-by: [host]
  timespan: 10m
  condition: {gte: 3}
`

/** A Sysmon process creation as JSON. */
export const whoami = (host: string, time: string, image = 'C:\\Windows\\System32\\whoami.exe') =>
  JSON.stringify({
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    EventID: 1,
    Computer: host,
    UtcTime: time,
    Image: image,
    CommandLine: 'whoami /all',
  })

/** A failed sign-in as syslog. */
export const failedSignIn = (host: string, time: string) =>
  `<86>1 ${time} ${host} sshd 42 - - Failed password for root from 192.0.2.7 port 22 ssh2`
