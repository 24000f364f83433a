/** Sets of principals with one job each, as the user may declare them. */
export const personas = [
  'dataScientist',
  'deployer',
  'dataSteward',
  'evaluator',
  'imagePublisher',
  'pipeline',
  'invoker',
  'keyAdmin',
  'administrator',
  'breakGlass',
] as const;

export type Persona = (typeof personas)[number];
