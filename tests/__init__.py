"""The test suite; what it shares lies in modules beside the tests."""
