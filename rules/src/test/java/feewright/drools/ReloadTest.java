package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drools.base.RuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieBase;

/** Packs change while others judge, and old ones leave nothing behind. */
class ReloadTest {

    @TempDir
    Path directory;

    @Test
    void a_verdict_and_the_hash_in_it_are_of_one_pack() throws Exception {
        DroolsRulebook book = new DroolsRulebook(directory, Packs.CORE);
        PackHash core = book.pack();
        List<Fact> saturday = ScenarioReader.read(CorePack.read()
                        .with(List.of(
                                Packs.authored(RuleSet.INVOICE, WeekendRule.STEM + ".yaml", WeekendRule.SCENARIOS))))
                .scenarios()
                .getLast()
                .given();
        AtomicBoolean stop = new AtomicBoolean();
        Set<PackHash> seen = ConcurrentHashMap.newKeySet();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> judging = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                judging.add(threads.submit(() -> {
                    while (!stop.get()) {
                        Verdict verdict = book.judge(RuleSet.INVOICE, saturday);
                        seen.add(verdict.pack());
                        assertThat(verdict.violations().isEmpty())
                                .isEqualTo(verdict.pack().equals(core));
                        assertThat(verdict.justifies("line/1")).isTrue();
                    }
                }));
            }
            for (int i = 0; i < 2; i++) {
                WeekendRule.writeTo(directory);
                book.reload();
                WeekendRule.removeFrom(directory);
                book.reload();
            }
            stop.set(true);
            for (Future<?> one : judging) {
                one.get();
            }
        }
        assertThat(seen).hasSize(2);
    }

    @Test
    void only_a_rule_set_whose_files_changed_is_compiled_again() {
        RuleBases before = Packs.CORE.pack().bases();
        List<PackFile> rules = before.sets().values().stream()
                .flatMap(compiled -> compiled.rules().stream())
                .map(rule -> rule.name().equals("an-invoice-has-lines.drl") ? edited(rule) : rule)
                .toList();

        RuleBases after = RuleBases.compile(rules, before);

        assertThat(after.faults()).isEmpty();
        assertThat(Arrays.stream(RuleSet.values()).filter(set -> !after.of(set).equals(before.of(set))))
                .containsExactly(RuleSet.INVOICE);
    }

    private static PackFile edited(PackFile rule) {
        return new PackFile(rule.origin(), rule.set(), rule.name(), rule.text() + "\n");
    }

    @Test
    void packs_that_are_no_longer_in_force_are_collected() {
        List<WeakReference<Object>> old = new ArrayList<>();
        List<WeakReference<Object>> loaders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            LoadedPack pack = small(i);
            assertThat(pack.judge(RuleSet.INVOICE, Packs.packageInvoice().given())
                            .violations())
                    .hasSize(1);
            KieBase base = pack.bases().of(RuleSet.INVOICE);
            old.add(new WeakReference<>(base));
            loaders.add(new WeakReference<>(((RuleBase) base).getRootClassLoader()));
        }

        for (int i = 0; i < 20 && leftOf(old) + leftOf(loaders) > 2; i++) {
            System.gc();
        }

        assertThat(leftOf(old)).isLessThanOrEqualTo(1);
        assertThat(leftOf(loaders)).isLessThanOrEqualTo(1);
    }

    private static long leftOf(List<WeakReference<Object>> references) {
        return references.stream().filter(reference -> reference.get() != null).count();
    }

    private static LoadedPack small(int version) {
        String drl = """
            package feewright.pack.invoice
            import feewright.invoice.InvoiceFact
            import feewright.rule.Conclusion.Violation
            rule "XYZ-01 an invoice has more than %d lines"
            when $invoice : InvoiceFact(lines > 0 - %d) then
            insertLogical(new Violation("XYZ-01", $invoice.ref())); end
            """.formatted(version, version);
        RuleBases bases = RuleBases.compile(List.of(Packs.authored(RuleSet.INVOICE, "small.drl", drl)), RuleBases.NONE);
        return new LoadedPack(Packs.CORE.pack().hash(), bases, LoadedPack.FiringLimit.USUAL);
    }
}
