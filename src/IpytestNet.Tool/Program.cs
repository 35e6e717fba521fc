Console.WriteLine("ipytest");
