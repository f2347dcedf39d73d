import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { Partner } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Facts } from '../../parts/facts.tsx';
import { words } from '../../parts/format.ts';
import { addressText, type DocumentKind, deadlineFacts, documentText, toleranceFacts } from './wording.ts';

/** What was agreed, in the order in which one asks: what, how, by when, how exactly. */
export function Agreement({ partner }: { readonly partner: Partner }) {
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Documents</Header>}>
        <Facts
          columns={2}
          facts={[
            { label: 'We send', value: <Kinds kinds={partner.documents.send} partner={partner} /> },
            { label: 'They send', value: <Kinds kinds={partner.documents.receive} partner={partner} /> },
          ]}
        />
      </Container>
      <Edi partner={partner} />
      <Container header={<Header variant="h2">Deadlines</Header>}>
        <Facts facts={deadlineFacts(partner)} />
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="Within these nobody has to look at it; beyond, it becomes an exception."
          >
            Tolerances
          </Header>
        }
      >
        <Facts facts={toleranceFacts(partner)} />
      </Container>
      <Charges partner={partner} />
      <Deviations partner={partner} />
    </SpaceBetween>
  );
}

function Kinds(props: { readonly kinds: readonly DocumentKind[]; readonly partner: Partner }) {
  if (props.kinds.length === 0) return 'Nothing';
  return (
    <ul style={{ margin: 0 }}>
      {props.kinds.map((kind) => (
        <li key={kind}>{documentText(kind, props.partner)}</li>
      ))}
    </ul>
  );
}

function Edi({ partner: { edi, changeQuantities } }: { readonly partner: Partner }) {
  if (!edi) return null;
  return (
    <Container header={<Header variant="h2">Envelope</Header>}>
      <Facts
        facts={[
          { label: 'Our address', value: addressText(edi.us) },
          { label: 'Their address', value: addressText(edi.them) },
          { label: 'Usage', value: edi.usage === 'test' ? 'Test: nothing has effect' : 'Production' },
          {
            label: 'How strictly we read',
            value: edi.reading === 'strict' ? 'Strictly' : 'Leniently: small faults of the envelope pass',
          },
          {
            label: 'Faults we live with',
            value: edi.tolerated && edi.tolerated.length > 0 && edi.tolerated.map(words).join(', '),
          },
          {
            label: 'The same interchange again',
            value: edi.duplicates === 'refuse' ? 'Is refused' : 'Is answered again, and has no second effect',
          },
          {
            label: 'Quantity of a change means',
            value: changeQuantities === 'total' ? 'The new total' : 'The difference',
          },
        ]}
      />
    </Container>
  );
}

function Charges({ partner: { agreedCharges } }: { readonly partner: Partner }) {
  if (agreedCharges.length === 0) return null;
  return (
    <Table
      items={agreedCharges}
      trackBy="code"
      ariaLabels={{ tableLabel: 'Charges beside the goods' }}
      header={<Header counter={`(${agreedCharges.length})`}>Charges beside the goods</Header>}
      columnDefinitions={[
        { id: 'code', header: 'Code', isRowHeader: true, cell: ({ code }) => code },
        { id: 'atMost', header: 'At most, an invoice', cell: ({ atMost }) => atMost },
      ]}
    />
  );
}

function Deviations({ partner }: { readonly partner: Partner }) {
  return (
    <Table
      items={partner.deviations}
      wrapLines
      ariaLabels={{ tableLabel: 'Deviations' }}
      header={
        <Header
          counter={`(${partner.deviations.length})`}
          description="Where this partner writes or reads otherwise than the standard, as data."
        >
          Deviations
        </Header>
      }
      empty={<Empty title="None" hint="The partner does as the standard says." />}
      columnDefinitions={[
        {
          id: 'document',
          header: 'Document',
          isRowHeader: true,
          minWidth: 160,
          cell: ({ document }) => documentText(document, partner),
        },
        { id: 'because', header: 'Why', minWidth: 160, cell: ({ because }) => because },
        {
          id: 'level',
          header: 'Where',
          cell: ({ level }) => (level === 'segment' ? 'In the segments' : 'In our form of it'),
        },
        {
          id: 'expression',
          header: 'Expression',
          minWidth: 260,
          cell: ({ expression }) => (
            <Box variant="code">
              <span style={{ overflowWrap: 'anywhere' }}>{expression}</span>
            </Box>
          ),
        },
      ]}
    />
  );
}
