import { useEffect, useMemo, useState } from 'react'
import type { CurrentProfile, ProfileFault } from '../../api/profile.ts'
import { faultsByField, formOf, type ProfileForm } from './form.ts'

/** A profile while it is edited: what was typed, and what is wrong with which field. */
export function useProfileForm(current: CurrentProfile) {
  const clean = useMemo(() => formOf(current.profile), [current.profile])
  const [form, setForm] = useState(clean)
  const [faults, setFaults] = useState<ReadonlyMap<string, ProfileFault>>(new Map())
  const isDirty = JSON.stringify(form) !== JSON.stringify(clean)
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isDirty])
  return {
    form,
    isDirty,
    faults,
    /** Changes a part; what was wrong with the field that changed is for the next check to say. */
    change<K extends keyof ProfileForm>(part: K, value: ProfileForm[K], field?: string) {
      setForm({ ...form, [part]: value })
      const gone = (name: string) => (field ? name === field : name.startsWith(part))
      setFaults(new Map([...faults].filter(([name]) => !gone(name))))
    },
    show(found: readonly ProfileFault[]) {
      setFaults(faultsByField(found, form))
    },
    replace(next: ProfileForm, found: readonly ProfileFault[] = []) {
      setForm(next)
      setFaults(faultsByField(found, next))
    },
    discard() {
      setForm(clean)
      setFaults(new Map())
    },
  }
}

/** What the parts of the page work with. */
export type Editor = ReturnType<typeof useProfileForm>
