import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ProposalWithDecisionRecord } from '#contracts/client.ts';
import { decimalText } from '../../parts/format.ts';
import { explainDecision, type Topic } from './explain-decision.ts';

const headings: readonly { readonly topic: Topic; readonly text: string }[] = [
  { topic: 'stock', text: 'What there is' },
  { topic: 'weeks', text: 'What each week takes and brings' },
  { topic: 'need', text: 'What must be ordered now' },
  { topic: 'rules', text: 'What each rule made of it' },
  { topic: 'dates', text: 'When, and what it costs' },
  { topic: 'approval', text: 'Who decides' },
  { topic: 'remarks', text: 'Also to be known' },
];

/** The decision record in words. */
export function Explanation({ proposal }: { readonly proposal: ProposalWithDecisionRecord }) {
  const { decisionRecord: record } = proposal;
  const sentences = explainDecision(record, proposal);
  const of = (topic: Topic) => sentences.filter(({ about }) => about === topic);
  return (
    <Container header={<Header variant="h2">{titleOf(proposal)}</Header>}>
      <SpaceBetween size="m">
        {of('answer').map(({ text }) => (
          <Box key={text} fontSize="heading-m">
            {text}
          </Box>
        ))}
        {headings
          .filter(({ topic }) => of(topic).length > 0)
          .map(({ topic, text }) => (
            <section key={topic}>
              <Box variant="h3" padding="n">
                {text}
              </Box>
              <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
                {of(topic).map((sentence) => (
                  <li key={sentence.text}>{sentence.text}</li>
                ))}
              </ul>
            </section>
          ))}
      </SpaceBetween>
    </Container>
  );
}

function titleOf({ baseQuantity, netRequirement }: ProposalWithDecisionRecord): string {
  const [ordered, missing] = [decimalText(baseQuantity.value), decimalText(netRequirement.value)];
  return ordered === missing ? `Why ${ordered}` : `Why ${ordered} and not ${missing}`;
}
