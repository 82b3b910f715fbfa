package feewright.api.demo;

import java.util.List;

/** What the demo's data has to show: lines that the console prints after the tokens, such as a {@code curl} that works when pasted. */
public interface DemoExamples {

    /** The lines. {@code address} is the server's, without a slash at its end. */
    List<String> lines(String address, DemoTokens tokens);
}
