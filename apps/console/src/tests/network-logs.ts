/** Logs of a made-up evening for the tests: what `network-rules.yml` has rules for, and a field that is hard to show. */
export function networkLogs(): string {
  const event = (host: string, minute: number, image: string, commandLine: string) =>
    JSON.stringify({
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 1,
      Computer: host,
      UtcTime: `2016-02-04 20:${String(minute).padStart(2, '0')}:00.000`,
      Image: `C:\\Windows\\System32\\${image}`,
      CommandLine: commandLine,
      User: 'BANK\\operator',
      ParentImage: 'C:\\Windows\\System32\\cmd.exe',
      Hashes: `SHA256=${'0123456789abcdef'.repeat(4)}`,
    })
  const hosts = ['swift-01', 'ws-014', 'ws-022.a-very-long-name-of-a-branch.bank.example']
  return [
    ...hosts.flatMap((host, i) => [
      event(host, i, 'whoami.exe', 'whoami /all'),
      event(host, 10 + i, 'WindowsPowerShell\\v1.0\\powershell.exe', 'powershell -nop -enc SQBFAFgA'),
    ]),
    event('swift-01', 30, 'sqlplus.exe', 'sqlplus -S / as sysdba @x.sql \u202e<img src=x onerror=alert(1)>'),
    event('ws-014', 40, 'vssadmin.exe', 'vssadmin.exe Delete Shadows /All /Quiet'),
    ...[0, 1, 2, 3, 4, 5].map(
      (minute) =>
        `<86>1 2016-02-04T20:5${minute}:00Z mail sshd 42 - - Failed password for root from 192.0.2.7 port 22 ssh2`,
    ),
  ].join('\n')
}
