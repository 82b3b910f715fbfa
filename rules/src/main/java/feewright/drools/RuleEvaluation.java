package feewright.drools;

import feewright.rule.Conclusion;
import feewright.rule.Fact;
import feewright.rule.Firing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** One judging: a session of its own, what fired in it and what was concluded. */
final class RuleEvaluation {

    private final List<Firing> firings = new ArrayList<>();
    private boolean foreign;

    /** What was heard. It is no verdict if it was cut short, or a rule concluded under the code of another. */
    record Result(List<Conclusion> conclusions, List<Firing> firings, boolean valid) {}

    static Result hear(KieBase base, Collection<? extends Fact> facts, int firingLimit) {
        return new RuleEvaluation().run(base, facts, firingLimit);
    }

    private Result run(KieBase base, Collection<? extends Fact> facts, int firingLimit) {
        KieSession session = base.newKieSession();
        try {
            facts.forEach(session::insert);
            session.addEventListener(new FiringListener());
            session.addEventListener(new ConclusionListener());
            int fired = session.fireAllRules(firingLimit);
            List<Conclusion> conclusions = new ArrayList<>();
            for (Object found : session.getObjects(Conclusion.class::isInstance)) {
                conclusions.add((Conclusion) found);
            }
            return new Result(conclusions, firings, fired < firingLimit && !foreign);
        } finally {
            session.dispose();
        }
    }

    private final class FiringListener extends DefaultAgendaEventListener {

        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
            Match match = event.getMatch();
            List<String> refs = new ArrayList<>();
            for (Object matched : match.getObjects()) {
                if (matched instanceof Fact fact) {
                    refs.add(fact.ref());
                }
            }
            firings.add(new Firing(match.getRule().getName(), refs));
        }
    }

    private final class ConclusionListener extends DefaultRuleRuntimeEventListener {

        @Override
        public void objectInserted(ObjectInsertedEvent event) {
            String rule = event.getRule() == null ? "" : event.getRule().getName();
            boolean own = event.getObject() instanceof Conclusion concluded && rule.startsWith(concluded.code() + " ");
            foreign |= !own;
        }
    }
}
