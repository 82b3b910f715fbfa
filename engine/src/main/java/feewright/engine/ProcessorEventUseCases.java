package feewright.engine;

import feewright.processor.DisputeEventRecorder;
import feewright.processor.ProcessorEventRecorder;
import feewright.processor.ReadEvents;
import feewright.processor.ReceiveProcessorEvent;
import feewright.processor.SimulateProcessorEvent;

/** Events of processors: kept as they land, read afterwards. */
public interface ProcessorEventUseCases extends RefundUseCases {

    default ReceiveProcessorEvent receiveProcessorEvent() {
        return new ReceiveProcessorEvent(ports().transactions(), ports().processorEvents(), ports().ids());
    }

    default ReadEvents readEvents() {
        return new ReadEvents(
                ports().transactions(),
                ports().processorEvents(),
                processorEventRecorder(),
                processors().readers());
    }

    default ProcessorEventRecorder processorEventRecorder() {
        return new ProcessorEventRecorder(
                recordAttemptUpdate(), recordRefund(), new DisputeEventRecorder(recordDispute(), recordFraudWarning()));
    }

    /** Has the simulated processor tell something. */
    default SimulateProcessorEvent simulateProcessorEvent() {
        return new SimulateProcessorEvent(ports().transactions(), ports().processorEvents(), ports().ids());
    }
}
