/** Someone asked the run to stop: nothing new is begun, what was broken is mended first. */
export class StopRequested extends Error {
  override readonly name = 'StopRequested';

  constructor(why = 'the run was asked to stop') {
    super(why);
  }
}
