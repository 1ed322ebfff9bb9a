import { Plus, Trash2 } from 'lucide-react'
import type { CustomerView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './contact-fields.module.css'

export type Contact = CustomerView['contacts'][number]

const text = directoryText.customers
const BLANK: Contact = { name: '', email: '', role: '' }

interface ContactFieldsProps {
  readonly contacts: readonly Contact[]
  readonly onContacts: (contacts: readonly Contact[]) => void
}

/** The people at the customer whom requests are written to. */
export function ContactFields({ contacts, onContacts }: ContactFieldsProps) {
  const change = (at: number, part: Partial<Contact>) =>
    onContacts(contacts.map((contact, i) => (i === at ? { ...contact, ...part } : contact)))
  return (
    <fieldset className={styles.contacts}>
      <legend className={styles.legend}>{text.contacts}</legend>
      <p className={styles.hint}>{text.contactsHint}</p>
      {contacts.map((contact, at) => (
        // A contact has no name of its own but its place: the name is what is being typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies it
        <div key={at} className={styles.contact}>
          <TextField label="Name" value={contact.name} onValue={(name) => change(at, { name })} />
          <TextField label="Role" value={contact.role} onValue={(role) => change(at, { role })} />
          <div className={styles.email}>
            <TextField
              label="E-mail address"
              type="email"
              value={contact.email}
              onValue={(email) => change(at, { email })}
            />
          </div>
          <div className={styles.remove}>
            <IconButton
              label={`Remove ${contact.name || 'this contact'}`}
              onClick={() => onContacts(contacts.filter((_, i) => i !== at))}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </div>
        </div>
      ))}
      <div>
        <Button icon={<Plus aria-hidden />} onClick={() => onContacts([...contacts, BLANK])}>
          {text.addContact}
        </Button>
      </div>
    </fieldset>
  )
}

/** The contacts in which something stands. */
export function filledIn(contacts: readonly Contact[]): Contact[] {
  return contacts.filter((c) => [c.name, c.email, c.role].some((part) => part.trim() !== ''))
}
