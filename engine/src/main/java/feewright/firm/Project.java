package feewright.firm;

import feewright.platform.ClientId;
import feewright.platform.FirmId;

/** A project: a way to group the time of one client. Its name is content and kept apart. */
public record Project(FirmId firm, ProjectId id, ClientId client) {}
