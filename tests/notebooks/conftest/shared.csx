[Fixture] int Number() => 42;
