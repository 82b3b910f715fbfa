package feewright.api.command;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** A setting that is given on the command line. Its value may be a secret: nothing quotes it. */
record Setting(String name, String value) {

    /** As in files: {@code FEEWRIGHT_…} is how the environment writes them, and would be passed over here. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[^\\s=]+");

    static Setting read(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (equals < 0 || !NAME.matcher(name).matches()) {
            throw new TypeConversionException("write it as NAME=VALUE, such as server.port=8081");
        }
        return new Setting(name, text.substring(equals + 1));
    }

    /** As Spring reads it. */
    String argument() {
        return "--" + name + "=" + value;
    }

    @Override
    public String toString() {
        return name;
    }
}
