/** The verdict told: text, JSON, JUnit XML and one HTML page; pure functions of the verdict and the timeline. */
export { formats } from './formats.ts';
export { toHtml } from './to-html.ts';
export { toJson } from './to-json.ts';
export { toJunit } from './to-junit.ts';
export { conclusionText, scenarioText, toText } from './to-text.ts';
export { visibleJson, visibleLine, visibleText } from './visible-text.ts';
