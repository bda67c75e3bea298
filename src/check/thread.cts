/**
 * The way into the worker thread: piscina requires it, and it imports. Were the module itself required, Node 20 would end the whole process
 * where the thread is stopped at that moment.
 */

export = import('./check-worker.js').then(({ default: work }) => work);
