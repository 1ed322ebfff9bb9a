/** Sentences of the first screen a new operator sees. */
export const firstRunText = {
  title: 'Every customer, connected to Spot',
  lead: 'MSP Casebook takes a customer’s AWS billing data to Spot: what to do next and why, with the exact values, and no wait forgotten. Everything stays on this machine.',
  practise: {
    title: 'Practise first',
    text: 'A workspace of its own with a simulated AWS and a simulated Spot. Days pass in a click, and nothing can go wrong.',
    button: 'Practise with simulated AWS',
  },
  profile: {
    title: 'Set up your company',
    practiceTitle: 'Your practice company',
    practiceText: 'Invented, and ready to go. Change it if you like.',
    practice: { company: 'Practice MSP', mspAccountId: '999988887777', operator: 'Practice operator' },
    text: 'Three facts that every submission to Spot carries. They can be changed later in the settings.',
    company: { label: 'Company', help: 'As Spot knows you.' },
    mspAccountId: {
      label: 'MSP AWS account number',
      help: '12 digits, with or without spaces. Spot asks for it in every submission.',
    },
    operator: { label: 'Your name', help: 'What you do is recorded under it.' },
    button: 'Create workspace',
  },
} as const
