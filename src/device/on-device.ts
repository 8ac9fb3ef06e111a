import { BenchError, LeaseLost, messageOf } from '../errors.ts';

/** Says on which device of the bench, and at what, something went wrong that the line alone told of. */
export async function onDevice<T>(device: string, tried: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (error instanceof BenchError && error.device === device) throw error;
    const said = messageOf(error);
    throw new BenchError(device, `could not ${tried}: ${said}`, { cause: error });
  }
}
