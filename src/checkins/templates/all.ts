import { pipelineReview } from './pipeline-review.ts'
import { type Template, unwritten } from './template.ts'

/** In the order in which they are offered; ids stand in the database. */
export const templates: Record<string, Template> = {
  'pipeline-review': pipelineReview,
  'key-account-discussion': unwritten(
    { en: 'Key-account discussion', nl: 'Key-accountoverleg' },
    {
      en: 'The owners of a key account lay side by side what changed there; for customers both teams look after.',
      nl: 'De eigenaren van een key account leggen naast elkaar wat er veranderde; voor klanten van beide teams.',
    },
    'monthly',
  ),
  debrief: unwritten(
    { en: 'Campaign or event debrief', nl: 'Terugblik op campagne of event' },
    {
      en: 'What it brought and what to do differently; once, a week or two after a campaign or event.',
      nl: 'Wat het opleverde en wat de volgende keer anders moet; eenmalig, een week of twee na een campagne of event.',
    },
    'once',
  ),
  'lead-definition-review': unwritten(
    { en: 'Lead-definition review', nl: 'Leaddefinitie onder de loep' },
    {
      en: 'Whether what you agreed to call a good lead still holds in practice; every quarter.',
      nl: 'Of wat jullie een goede lead noemen in de praktijk nog klopt; elk kwartaal.',
    },
    'quarterly',
  ),
  'ideal-customer-review': unwritten(
    { en: 'Ideal-customer review', nl: 'Ideale klant onder de loep' },
    {
      en: 'Who buys, who stays and who you had better leave alone; every quarter.',
      nl: 'Wie koopt, wie blijft en wie je beter kunt laten lopen; elk kwartaal.',
    },
    'quarterly',
  ),
  'content-planning': unwritten(
    { en: 'Content planning', nl: 'Contentplanning' },
    {
      en: 'What sales needs in conversations next to what marketing can make; every month.',
      nl: 'Wat sales in gesprekken nodig heeft naast wat marketing kan maken; elke maand.',
    },
    'monthly',
  ),
  'win-loss-review': unwritten(
    { en: 'Win/loss review', nl: 'Gewonnen en verloren deals' },
    {
      en: 'Why deals were won and lost, as the customer tells it; every month.',
      nl: 'Waarom deals werden gewonnen en verloren, in de woorden van de klant; elke maand.',
    },
    'monthly',
  ),
  'joint-plan': unwritten(
    { en: 'Quarterly joint plan', nl: 'Gezamenlijk kwartaalplan' },
    {
      en: 'What both teams go for next quarter and what each brings; two weeks before it begins.',
      nl: 'Waar beide teams volgend kwartaal voor gaan en wat elk inbrengt; twee weken voor het begint.',
    },
    'quarterly',
  ),
  swap: unwritten(
    { en: 'Swap of perspective', nl: 'Van plek wisselen' },
    {
      en: 'Each team answers as the other would; twice a year, or when it begins to grate.',
      nl: 'Elk team antwoordt zoals het andere dat zou doen; eens per kwartaal, of als het begint te schuren.',
    },
    'quarterly',
  ),
  'after-pulse': unwritten(
    { en: 'After-pulse conversation', nl: 'Gesprek na de pulsemeting' },
    {
      en: 'What the two teams make of the results and the one thing to change; after a measurement.',
      nl: 'Wat de twee teams van de uitkomsten vinden en het ene ding om te veranderen; na een meting.',
    },
    'once',
  ),
  blank: unwritten(
    { en: 'Blank', nl: 'Leeg' },
    {
      en: 'One open question to start from; for a ritual of your own.',
      nl: 'Eén open vraag om mee te beginnen; voor een eigen ritueel.',
    },
    'weekly',
  ),
}

/** What every partnership starts with. */
export const firstTemplate = 'pipeline-review'
