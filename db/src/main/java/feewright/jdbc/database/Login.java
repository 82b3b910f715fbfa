package feewright.jdbc.database;

/** Who logs in to the database. Prints without the password. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
