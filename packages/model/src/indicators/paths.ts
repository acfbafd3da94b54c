/** Folders of Windows that differ between hosts, and the variable that reports write for them; the longest first. */
const folders: readonly (readonly [RegExp, string])[] = [
  [/^(?:[a-z]:)?\\users\\[^\\]+\\appdata\\local\\temp(?=\\)/, '%temp%'],
  [/^(?:[a-z]:)?\\documents and settings\\[^\\]+\\local settings\\temp(?=\\)/, '%temp%'],
  [/^(?:[a-z]:)?\\windows\\temp(?=\\)/, '%temp%'],
  [/^(?:[a-z]:)?\\users\\[^\\]+\\appdata\\roaming(?=\\)/, '%appdata%'],
  [/^(?:[a-z]:)?\\documents and settings\\[^\\]+\\application data(?=\\)/, '%appdata%'],
  [/^(?:[a-z]:)?\\users\\[^\\]+\\appdata\\local(?=\\)/, '%localappdata%'],
  [/^(?:[a-z]:)?\\users\\public(?=\\)/, '%public%'],
  [/^(?:[a-z]:)?\\users\\[^\\]+(?=\\)/, '%userprofile%'],
  [/^(?:[a-z]:)?\\programdata(?=\\)/, '%programdata%'],
  [/^(?:[a-z]:)?\\program files(?: \(x86\))?(?=\\)/, '%programfiles%'],
  [/^(?:[a-z]:)?\\windows(?=\\)/, '%windir%'],
]

const variables: Readonly<Record<string, string>> = {
  '%tmp%': '%temp%',
  '%systemroot%': '%windir%',
  '%programfiles(x86)%': '%programfiles%',
  '%allusersprofile%': '%programdata%',
  '%common_appdata%': '%programdata%',
  '%local_appdata%': '%localappdata%',
  '%homepath%': '%userprofile%',
  '%user_profile%': '%userprofile%',
}

/**
 * A file's path to compare by: lower-case, a Windows path with backslashes and without device prefix, variables under
 * one name. Undefined where it is no path.
 */
export function canonicalPath(text: string): string | undefined {
  let path = text.trim().replace(/^["']|["']$/g, '')
  if (path.length < 3 || path.length > 4096) return undefined
  if (/^\//.test(path) && !path.includes('\\')) return path.toLowerCase()
  path = path.replaceAll('/', '\\').toLowerCase()
  path = path.replace(/^\\\\[?.]\\/, '').replace(/^\\device\\harddiskvolume\d+/, '')
  if (!path.includes('\\')) return undefined
  const double = /^\\\\/.test(path) ? '\\' : ''
  path = double + path.replace(/\\{2,}/g, '\\')
  return path.replace(/^%[a-z_()0-9]+%/, (name) => variables[name] ?? name)
}

/** The other forms in which a report may name a canonical path: with the variable of its folder, without its drive. */
export function pathForms(path: string): string[] {
  const forms: string[] = []
  for (const [folder, variable] of folders) {
    const found = folder.exec(path)
    if (found) forms.push(variable + path.slice(found[0].length))
  }
  if (/^[a-z]:\\/.test(path)) forms.push(path.slice(2))
  return forms
}

/** The last part of a path, lower-cased. */
export function fileNameOf(path: string): string {
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'))
  return (cut < 0 ? path : path.slice(cut + 1)).toLowerCase()
}

const hives: readonly (readonly [RegExp, string])[] = [
  [/^(?:hkey_local_machine|\\registry\\machine|hklm:?)(?=\\|$)/, 'hklm'],
  [/^(?:hkey_current_user|hkcu:?)(?=\\|$)/, 'hkcu'],
  [/^(?:hkey_users|\\registry\\user|hku:?)\\s-1-5-21-[\d-]+(?=\\|$)/, 'hkcu'],
  [/^(?:hkey_users|\\registry\\user|hku:?)(?=\\|$)/, 'hku'],
  [/^(?:hkey_classes_root|hkcr:?)(?=\\|$)/, 'hkcr'],
]

/**
 * A registry key to compare by: lower-case, hives by their short name (`hklm`), a user's own hive as `hkcu`, numbered
 * control sets as `currentcontrolset`. Undefined where there is no hive.
 */
export function canonicalRegistryKey(text: string): string | undefined {
  let key = text
    .trim()
    .replaceAll('/', '\\')
    .replace(/\\{2,}/g, '\\')
    .toLowerCase()
  for (const [hive, short] of hives) {
    const found = hive.exec(key)
    if (!found) continue
    key = short + key.slice(found[0].length)
    return key.replace(/\\controlset\d{3}(?=\\|$)/, '\\currentcontrolset').replace(/\\$/, '')
  }
  return undefined
}
