package feewright.api.privacy;

import feewright.api.clock.FirmClock;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.platform.Role;
import feewright.platform.Transactions;
import feewright.report.PlatformFigures;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * All firms in figures, for the operator of the installation (requirement T2). Each is read behind its own wall and as the database
 * role of the platform, which can read no table of content.
 */
@RestController
@RequestMapping(path = "/v1/platform", produces = "application/json")
record PlatformEndpoints(Transactions transactions, Firms firms, PlatformFigures figures, FirmClock clock) {

    /** Nothing is written down of reading figures, so it does not matter who of the platform reads. */
    private static final PersonId OPERATOR = new PersonId(new UUID(0, 0));

    @GetMapping("/firms")
    Page<PlatformFirmView> list(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return page.page(this::ids, FirmId::value).map(this::seen);
    }

    private List<FirmId> ids(@Nullable UUID before, int count) {
        return firms.all().stream()
                .filter(firm -> before == null || firm.toString().compareTo(before.toString()) < 0)
                .sorted(Comparator.comparing(FirmId::toString).reversed())
                .limit(count)
                .toList();
    }

    private PlatformFirmView seen(FirmId id) {
        Actor operator = new Actor(id, OPERATOR, Set.of(Role.PLATFORM_OPERATOR), null);
        return transactions.reading(operator, () -> {
            Firm firm = firms.find(id).orElseThrow();
            LocalDate today = LocalDate.ofInstant(clock.now(operator), firm.zone());
            return PlatformFirmView.of(firm, figures.of(id, today));
        });
    }
}
