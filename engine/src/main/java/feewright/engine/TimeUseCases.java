package feewright.engine;

import feewright.time.ImportTime;
import feewright.time.LogTime;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;

/** Time entries: logged, imported, submitted and reviewed. */
public interface TimeUseCases extends Foundation {

    default LogTime logTime() {
        return new LogTime(
                ports().transactions(),
                ports().timeEntries(),
                ports().engagements(),
                ports().clients(),
                ports().people(),
                ports().customerTexts(),
                ports().ids());
    }

    default ImportTime importTime() {
        return new ImportTime(
                ports().transactions(),
                logTime(),
                ports().timeEntries(),
                ports().people(),
                ports().clients(),
                ports().engagements(),
                ports().customerTexts());
    }

    default SubmitTime submitTime() {
        return new SubmitTime(ports().transactions(), ports().timeEntries(), ports().engagements());
    }

    default ReviewTime reviewTime() {
        return new ReviewTime(
                ports().transactions(),
                ports().timeEntries(),
                ports().engagements(),
                ports().customerTexts(),
                ports().auditTrail(),
                decisionMaker());
    }
}
