package feewright.api.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes tables as CSV, in UTF-8, to who accepts {@code text/csv}. */
final class CsvConverter extends AbstractHttpMessageConverter<Table> {

    static final MediaType CSV = new MediaType("text", "csv");

    CsvConverter() {
        super(StandardCharsets.UTF_8, CSV);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Table.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Table readInternal(Class<? extends Table> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("tables are only written", message);
    }

    @Override
    protected void writeInternal(Table table, HttpOutputMessage message) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8);
        Csv.write(table, writer);
        writer.flush();
    }
}
